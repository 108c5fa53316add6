# Builds the client, then leaves only what the server needs to run.
# The image's own Node is the one that runs everything, so no install script has a task here.

FROM node:24-slim AS client
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.base.json vite.config.ts ./
COPY .scripts/vite ./.scripts/vite
COPY shared ./shared
COPY client ./client
RUN node node_modules/vite/bin/vite.js build

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=dev

FROM node:24-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data
WORKDIR /app
# Made here and owned by the user that serves, so that a new volume gets the same owner.
RUN mkdir /data && chown node:node /data
COPY LICENSE package.json ./
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=client /app/client/dist ./client/dist
COPY shared ./shared
COPY server ./server
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/main.ts"]

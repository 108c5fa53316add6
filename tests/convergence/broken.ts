/**
 * Commands as somebody could write them who has not thought of two people. Alone they do what they
 * should; each loses somebody's work when two write apart. The fuzz must find every one of them.
 */
import * as Y from 'yjs';
import type { Command } from '../../shared/document/commands/command.ts';
import { freshKeys } from '../../shared/document/order.ts';
import { build, type Field } from '../../shared/document/schema/fields.ts';
import { putCanvasRecord } from '../../shared/sheet/commands/canvas.ts';
import { COLLECTIONS, type CollectionName } from '../../shared/sheet/schema/entities.ts';
import { collectionOf } from '../../shared/sheet/schema/roots.ts';
import { readCollection, readEntity } from '../../shared/sheet/snapshot/snapshot.ts';
import { COMMANDS, type Commands } from './commands.ts';

/** The commands with one of them broken, by what is wrong with it. */
export const BROKEN: Readonly<Record<string, Commands>> = {
  'a patch that writes the whole entity': {
    ...COMMANDS,
    patchTiltak: (id, patch) => rewrite('tiltak', id, patch),
  },
  'a patch that writes every register': {
    ...COMMANDS,
    patchLapp: (id, patch) =>
      onEntity('lapper', id, (entity) => {
        const plain = readEntity('lapper', id, entity);
        for (const [key, value] of Object.entries({ ...plain, ...patch })) {
          if (key !== 'id' && key !== 'text') entity.set(key, value);
        }
      }),
  },
  'words set as one plain string': {
    ...COMMANDS,
    setEntityText: (name, id, key, value) =>
      onEntity(name, id, (entity) => {
        entity.set(key, new Y.Text(value));
      }),
  },
  'words taken out and put in anew': {
    ...COMMANDS,
    setEntityText: (name, id, key, value) =>
      onEntity(name, id, (entity) => {
        const text = entity.get(key);
        if (!(text instanceof Y.Text)) return;
        text.delete(0, text.length);
        text.insert(0, value);
      }),
  },
  'links written as one list': {
    ...COMMANDS,
    linkTiltakToRotaarsak: (id, target, isLinked) =>
      onEntity('tiltak', id, (entity) => {
        const links = entity.get('rotaarsaker');
        const kept =
          links instanceof Y.Map ? [...links.keys()].filter((key) => key !== target) : [];
        const wanted = isLinked ? [...kept, target] : kept;
        if (links instanceof Y.Map && links.has(target) === isLinked) return;
        entity.set('rotaarsaker', new Y.Map(wanted.map((key) => [key, true])));
      }),
  },
  'a measured day written as the whole series': {
    ...COMMANDS,
    recordMeasured: (id, date, value, comment) => {
      const plain = (doc: Y.Doc) =>
        readEntity('maalinger', id, collectionOf(doc, 'maalinger').get(id));
      return (doc) => {
        const series = plain(doc)?.series ?? [];
        const before = series.find((day) => day.date === date);
        const day = { date, value, comment: comment ?? before?.comment ?? '' };
        return rewrite('maalinger', id, {
          series: [...series.filter((old) => old !== before), day],
        })(doc);
      };
    },
  },
  'a row moved by taking it out and putting it in': {
    ...COMMANDS,
    moveTiltak: (id, place) => (doc) => ({
      apply: (writer) => {
        const move = COMMANDS.moveTiltak(id, place)(doc);
        if (!('refused' in move)) move.apply(writer);
        const answer = rewrite('tiltak', id, {})(doc);
        if (!('refused' in answer)) answer.apply(writer);
      },
    }),
  },
  'rows numbered anew at every move': {
    ...COMMANDS,
    moveLapp: (id, place) => (doc) => ({
      apply: (writer) => {
        const move = COMMANDS.moveLapp(id, place)(doc);
        if (!('refused' in move)) move.apply(writer);
        const rows = readCollection(doc, 'lapper');
        const keys = freshKeys(rows.length);
        rows.forEach((row, index) => {
          const entity = collectionOf(doc, 'lapper').get(row.id);
          if (entity instanceof Y.Map) entity.set('order', keys[index]);
        });
      },
    }),
  },
  'a canvas record written whole': {
    ...COMMANDS,
    putCanvasRecord: (id, keys) => (doc) => {
      const stored = collectionOf(doc, 'canvas').get(id);
      const before = stored instanceof Y.Map ? stored.toJSON() : {};
      const put = putCanvasRecord(id, { ...before, ...keys })(doc);
      if ('refused' in put) return put;
      return {
        apply: (writer) => {
          collectionOf(doc, 'canvas').delete(id);
          put.apply(writer);
        },
      };
    },
  },
  'an import that replaces what both have': {
    ...COMMANDS,
    importSnapshot: (snapshot) => (doc) => ({
      apply: (writer) => {
        for (const { id } of snapshot.tiltak) collectionOf(doc, 'tiltak').delete(id);
        const fill = COMMANDS.importSnapshot(snapshot)(doc);
        if (!('refused' in fill)) fill.apply(writer);
      },
    }),
  },
  'an import that writes what nobody has decided': {
    ...COMMANDS,
    importSnapshot: (snapshot) => (doc) => ({
      apply: (writer) => {
        const fill = COMMANDS.importSnapshot(snapshot)(doc);
        if (!('refused' in fill)) fill.apply(writer);
        for (const { id, series } of snapshot.maalinger) {
          const entity = collectionOf(doc, 'maalinger').get(id);
          const days = entity instanceof Y.Map ? entity.get('series') : undefined;
          for (const { date, comment } of days instanceof Y.Map ? series : []) {
            const day = days.get(date);
            if (day instanceof Y.Map && !day.has('comment')) day.set('comment', comment);
          }
        }
      },
    }),
  },
  'a removal that empties and leaves': {
    ...COMMANDS,
    removeMaaling: (id) =>
      onEntity('maalinger', id, (entity) => {
        entity.clear();
      }),
  },
};

function onEntity(
  name: CollectionName,
  id: string,
  change: (entity: Y.Map<unknown>) => void,
): Command {
  return (doc) => {
    const entity = collectionOf(doc, name).get(id);
    if (!(entity instanceof Y.Map)) return { refused: 'gone' };
    return { apply: () => change(entity) };
  };
}

/** Replaces a whole entity by a fresh one that reads the same but for what is changed. */
function rewrite(name: CollectionName, id: string, changes: object): Command {
  return (doc) => ({
    apply: () => {
      const map = collectionOf(doc, name);
      const values = new Map(Object.entries({ ...readEntity(name, id, map.get(id)), ...changes }));
      const fresh = new Y.Map<unknown>();
      for (const [key, field] of Object.entries(COLLECTIONS[name])) {
        const { initial, store } = field as Field<unknown>;
        const stored = store(values.get(key) ?? initial);
        if (stored !== undefined) fresh.set(key, build(stored));
      }
      map.set(id, fresh);
    },
  });
}

/** The rows that are chosen as a file, whatever their page. */
import { useState } from 'react';
import { fetchPortfolioFile, PORTFOLIO_FORMATS, type PortfolioFormat } from '../api/portfolio.ts';
import { saveFile } from '../api/saveFile.ts';
import type { OpenProgram } from '../connection/openProgram.ts';
import { useT } from '../i18n/i18n.ts';
import { announce } from '../ui/Announcer.tsx';
import { Menu } from '../ui/Menu.tsx';
import { showToast } from '../ui/toasts.ts';
import { serverParams } from './usePortfolio.ts';
import { usePortfolioView } from './view.tsx';

export function PortfolioDownloads({ program }: { readonly program: OpenProgram }) {
  const t = useT();
  const { query, answer } = usePortfolioView();
  const [isBusy, setBusy] = useState(false);
  async function download(format: PortfolioFormat) {
    const key = program.accessKey;
    if (isBusy || key === undefined) return;
    setBusy(true);
    announce(t('portefolje.last.lager'));
    const call = { programId: program.id, key, params: serverParams(query) };
    const result = await fetchPortfolioFile(call, format);
    setBusy(false);
    if (!result.ok) return void showToast({ text: result.failure.text, kind: 'danger' });
    saveFile(result.value, t('portefolje.last.navn', { program: answer.program.name }), format);
    announce(t('portefolje.last.ferdig'));
  }
  return (
    <Menu
      label={t('portefolje.last')}
      icon="download"
      variant="secondary"
      align="end"
      items={PORTFOLIO_FORMATS.map((format) => ({
        label: t(`portefolje.last.${format}`),
        onSelect: () => void download(format),
      }))}
    />
  );
}

/** Says that a collection holds something that cannot be read, instead of hiding it. */
import type { Problem } from '../../shared/document/snapshot/read.ts';
import type { CollectionName } from '../../shared/sheet/schema/entities.ts';
import { useT } from '../i18n/i18n.ts';
import { useCollection, useProblems } from '../sheet/session.tsx';
import { Alert } from '../ui/Alert.tsx';

export function SectionProblems({ collection }: { readonly collection: CollectionName }) {
  useCollection(collection);
  return <RowProblems problems={useProblems(collection)} />;
}

/** `problems` are those of one collection. */
export function RowProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useT();
  const rows = problems.map(({ path }) => path.split('/').slice(0, 2).join('/'));
  const count = new Set(rows).size;
  if (count === 0) return null;
  return <Alert kind="warning">{t('sheet.problems', { count })}</Alert>;
}

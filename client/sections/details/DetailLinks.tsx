/** What a row is tied to: each by its name, which leads to its own details, and the choice of them. */
import { Button } from '../../ui/Button.tsx';
import { LinkPicker } from '../tables/LinkPicker.tsx';
import { type DetailsTarget, openDetails } from './openDetails.ts';

export interface LinkOption<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** What is to be seen of it here, beside its name. */
  readonly note?: string;
}

interface DetailLinksProps<Id extends string> {
  readonly label: string;
  /** The line that opens the choice. */
  readonly summary: string;
  /** Where nothing is chosen. */
  readonly none: string;
  readonly options: readonly LinkOption<Id>[];
  readonly chosen: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (id: Id, isLinked: boolean) => void;
  /** The details that a name leads to; a rotårsak has none. */
  readonly target?: (id: Id) => DetailsTarget;
}

export function DetailLinks<Id extends string>(props: DetailLinksProps<Id>) {
  const { label, summary, none, options, chosen, readOnly, onChange, target } = props;
  const linked = options.filter(({ id }) => chosen.includes(id));
  return (
    <div className="details__links">
      {linked.length === 0 ? (
        <p className="details__help">{none}</p>
      ) : (
        <ul className="details__linked" aria-label={label}>
          {linked.map((option) => (
            <li key={option.id}>
              <LinkedName option={option} target={target?.(option.id)} />
              {option.note !== undefined && <span className="details__note">{option.note}</span>}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && options.length > 0 && (
        <LinkPicker
          label={label}
          summary={summary}
          options={options}
          chosen={chosen}
          readOnly={false}
          onChange={onChange}
        />
      )}
    </div>
  );
}

interface LinkedNameProps {
  readonly option: LinkOption<string>;
  readonly target: DetailsTarget | undefined;
}

function LinkedName({ option, target }: LinkedNameProps) {
  if (target === undefined) return <span>{option.name}</span>;
  return (
    <Button
      variant="tertiary"
      size="sm"
      className="details__link"
      onClick={() => openDetails(target)}
    >
      {option.name}
    </Button>
  );
}

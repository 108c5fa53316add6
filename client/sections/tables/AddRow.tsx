/** The button under a table that adds a row, and what stands there while there are none. */
import { Button } from '../../ui/Button.tsx';
import './rows.css';

interface AddRowProps {
  readonly label: string;
  readonly onAdd: () => void;
}

export function AddRow({ label, onAdd }: AddRowProps) {
  return (
    <Button
      variant="tertiary"
      size="sm"
      icon="plus"
      className="add-row"
      data-add-row
      onClick={onAdd}
    >
      {label}
    </Button>
  );
}

export function NoRows({ text }: { readonly text: string }) {
  return <p className="no-rows">{text}</p>;
}

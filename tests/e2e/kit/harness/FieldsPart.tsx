/** Every kind of field, each with what it has sent out beside it. */
import { useState } from 'react';
import { Checkbox } from '../../../../client/ui/Checkbox.tsx';
import { DateField } from '../../../../client/ui/DateField.tsx';
import { NumberField } from '../../../../client/ui/NumberField.tsx';
import { Select } from '../../../../client/ui/Select.tsx';
import { TextInput } from '../../../../client/ui/TextInput.tsx';

const STATUS = [
  { value: 'ikke_startet', label: 'Ikke startet' },
  { value: 'pagar', label: 'Pågår' },
  { value: 'gjennomfort', label: 'Gjennomført' },
] as const;

type Status = (typeof STATUS)[number]['value'];

export function FieldsPart() {
  const [text, setText] = useState('');
  const [status, setStatus] = useState<Status>('ikke_startet');
  const [isAgreed, setAgreed] = useState(false);
  return (
    <section aria-label="Felter">
      <TextInput
        label="Tittel"
        help="Kort om hva arket handler om."
        error={text === 'feil' ? 'Skriv noe annet enn «feil».' : undefined}
        value={text}
        onValueChange={setText}
      />
      <Select label="Status" value={status} options={STATUS} onValueChange={setStatus} />
      <output aria-label="Valgt status">{status}</output>
      <Checkbox
        label="Vis avsluttede"
        help="Også de som er avvist."
        isChecked={isAgreed}
        onCheckedChange={setAgreed}
      />
      <Checkbox label="Vedtatt" isChecked onCheckedChange={setAgreed} disabled />
      <DatePart />
      <NumberPart />
    </section>
  );
}

/** A date that a colleague may change meanwhile. */
function DatePart() {
  const [value, setValue] = useState<string | null>('2027-03-01');
  const [sent, setSent] = useState<readonly string[]>([]);
  function take(next: string | null) {
    setSent((before) => [...before, next ?? 'ingen']);
    setValue(next);
  }
  return (
    <>
      <DateField label="Frist" value={value} onValueChange={take} />
      <output aria-label="Sendte datoer">{sent.join(' ')}</output>
      <button type="button" onClick={() => setValue('2027-12-24')}>
        Kollega endrer fristen
      </button>
      <DateField label="Låst frist" value={value} onValueChange={take} readOnly size="sm" />
    </>
  );
}

function NumberPart() {
  const [value, setValue] = useState<number | null>(1234.5);
  const [sent, setSent] = useState<readonly string[]>([]);
  return (
    <>
      <NumberField
        label="Estimat"
        value={value}
        onValueChange={(next) => {
          setSent((before) => [...before, next === null ? 'ingen' : String(next)]);
          setValue(next);
        }}
      />
      <output aria-label="Sendte tall">{sent.join(' ')}</output>
    </>
  );
}

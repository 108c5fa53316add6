/** Buttons, messages, icons and a table: what one looks at. */
import { Alert } from '../../../../client/ui/Alert.tsx';
import { Button } from '../../../../client/ui/Button.tsx';
import { Icon } from '../../../../client/ui/Icon.tsx';
import { IconButton } from '../../../../client/ui/IconButton.tsx';
import { ICONS, type IconName } from '../../../../client/ui/icons.ts';
import { Spinner } from '../../../../client/ui/Spinner.tsx';
import { Table, Td, Th, Tr } from '../../../../client/ui/Table.tsx';
import { Tag } from '../../../../client/ui/Tag.tsx';
import { VisuallyHidden } from '../../../../client/ui/VisuallyHidden.tsx';

const ROWS = [
  {
    title: 'Ny rutine for bestilling',
    ansvar: 'Innkjøpsleder',
    frist: '01.03.2027',
    kroner: '10 970',
  },
  { title: 'Opplæring i e-handel', ansvar: 'Enhetsledere', frist: '15.08.2027', kroner: '1 084' },
];

export function StaticPart() {
  return (
    <section aria-label="Til å se på">
      <div className="harness__row">
        <Button>Hovedvalg</Button>
        <Button variant="secondary">Bivalg</Button>
        <Button variant="tertiary">Tredje</Button>
        <Button color="danger" icon="trash">
          Slett
        </Button>
        <Button size="sm" icon="plus" variant="secondary">
          Liten
        </Button>
        <Button busy>Lagrer</Button>
        <Button disabled>Ikke nå</Button>
        <IconButton icon="share" label="Del arket" />
        <IconButton icon="undo" label="Angre" shortcut="Ctrl+Z" variant="secondary" />
        <Spinner label="Henter" size="sm" />
        <Tag color="success">Gjennomført</Tag>
        <Tag color="warning">Forfalt</Tag>
        <Tag color="info">Pågår</Tag>
        <Tag>Ikke startet</Tag>
      </div>
      <Alert kind="info" title="Til orientering">
        Arket er åpnet fra denne enheten.
      </Alert>
      <Alert kind="success">Alt er lagret.</Alert>
      <Alert kind="warning" title="Frakoblet" actions={<Button size="sm">Prøv igjen</Button>}>
        Det du skriver, lagres på denne enheten.
      </Alert>
      <Alert kind="danger">Lenken er trukket tilbake.</Alert>
      <div className="harness__row">
        {(Object.keys(ICONS) as IconName[]).map((name) => (
          <Icon key={name} name={name} />
        ))}
      </div>
      <TiltakExample caption="Endringstiltak" />
      <div style={{ maxWidth: '22rem' }}>
        <TiltakExample caption="Endringstiltak i en smal spalte" />
      </div>
    </section>
  );
}

function TiltakExample({ caption }: { readonly caption: string }) {
  return (
    <Table
      caption={caption}
      head={
        <>
          <Th>Endringstiltak</Th>
          <Th>Ansvar</Th>
          <Th>Frist</Th>
          <Th isNumeric>Kroner</Th>
          <Th>
            <VisuallyHidden>Handlinger</VisuallyHidden>
          </Th>
        </>
      }
    >
      {ROWS.map((row) => (
        <Tr key={row.title}>
          <Td isRowHeader label="Endringstiltak">
            {row.title}
          </Td>
          <Td label="Ansvar">{row.ansvar}</Td>
          <Td label="Frist">{row.frist}</Td>
          <Td label="Kroner" isNumeric>
            {row.kroner}
          </Td>
          <Td isActions>
            <IconButton icon="trash" size="sm" label={`Slett ${row.title}`} tooltip="Slett" />
          </Td>
        </Tr>
      ))}
    </Table>
  );
}

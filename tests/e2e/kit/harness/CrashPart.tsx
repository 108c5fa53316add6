/** A part that fails when it is told to, inside the boundary that stands around every page. */
import { useState } from 'react';
import { ErrorBoundary } from '../../../../client/router/ErrorBoundary.tsx';
import { Button } from '../../../../client/ui/Button.tsx';

export function CrashPart() {
  const [visit, setVisit] = useState(1);
  const [fails, setFails] = useState(false);
  return (
    <section aria-label="Feil">
      <Button onClick={() => setFails(true)}>La noe feile</Button>
      <Button
        variant="secondary"
        onClick={() => {
          setFails(false);
          setVisit((count) => count + 1);
        }}
      >
        Gå til en annen side
      </Button>
      <ErrorBoundary resetKey={`/side/${visit}`}>
        <Failing now={fails} />
      </ErrorBoundary>
    </section>
  );
}

function Failing({ now }: { readonly now: boolean }) {
  if (now) throw new Error('This was asked for.');
  return <p>Alt går bra</p>;
}

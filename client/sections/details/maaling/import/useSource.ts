/** What has been pasted or chosen in the import dialog, read as soon as it is there. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Source, type SourceFault, sourceOfFile, sourceOfText } from './source.ts';

interface ChosenFile {
  readonly file: File;
  readonly index: number;
}

export interface SourceState {
  readonly text: string;
  readonly file: File | undefined;
  /** Undefined while there is nothing yet, and while a file is being read. */
  readonly source: Source | SourceFault | undefined;
  readonly isReading: boolean;
  readonly paste: (text: string) => void;
  readonly choose: (file: File) => void;
  /** Reads another sheet of the workbook. */
  readonly chooseSheet: (index: number) => void;
}

/** Pasted text and a file take each other's place. */
export function useSource(): SourceState {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ChosenFile>();
  const [read, setRead] = useState<{ of: ChosenFile; source: Source | SourceFault }>();
  const reading = useRef<AbortController>(undefined);
  useEffect(() => () => reading.current?.abort(), []);

  function readFile(next: ChosenFile): void {
    reading.current?.abort();
    const controller = new AbortController();
    reading.current = controller;
    setText('');
    setChosen(next);
    void sourceOfFile(next.file, next.index, controller.signal).then((source) => {
      if (!controller.signal.aborted) setRead({ of: next, source });
    });
  }

  const pasted = useMemo(() => (text.trim() === '' ? undefined : sourceOfText(text)), [text]);
  const ofFile = read?.of === chosen ? read?.source : undefined;
  return {
    text,
    file: chosen?.file,
    source: chosen === undefined ? pasted : ofFile,
    isReading: chosen !== undefined && ofFile === undefined,
    paste: (next) => {
      reading.current?.abort();
      setChosen(undefined);
      setText(next);
    },
    choose: (file) => readFile({ file, index: 0 }),
    chooseSheet: (index) => chosen !== undefined && readFile({ ...chosen, index }),
  };
}

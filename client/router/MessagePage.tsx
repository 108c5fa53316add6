/** A whole page that says one thing and what can be done about it. */
import { type ReactNode, useEffect, useRef } from 'react';
import './MessagePage.css';

interface MessagePageProps {
  readonly title: string;
  readonly text: string;
  /** Buttons and links. */
  readonly children?: ReactNode;
}

/** Takes the focus, so that what it says is read out also when it replaced another page. */
export function MessagePage({ title, text, children }: MessagePageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="message-page" id="innhold">
      <h1 className="ds-heading" data-size="lg" tabIndex={-1} ref={heading}>
        {title}
      </h1>
      <p className="ds-paragraph" data-size="lg">
        {text}
      </p>
      <div className="message-page__actions">{children}</div>
    </main>
  );
}

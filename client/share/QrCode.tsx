/** A link as a QR code, dark on white with its quiet zone, filling the width it is given. */
import { useMemo } from 'react';
import { qrShape } from './qrPath.ts';

interface QrCodeProps {
  readonly link: string;
  /** What the code is for, for those who do not see it. */
  readonly label: string;
}

export function QrCode({ link, label }: QrCodeProps) {
  const { size, path } = useMemo(() => qrShape(link), [link]);
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

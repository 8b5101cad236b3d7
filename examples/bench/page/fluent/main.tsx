/**
 * The wall as an ordinary team writes it: Fluent UI's components in the list of react-virtuoso, on React 17, which
 * is what SharePoint gives its pages.
 */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render } from 'react-dom';
import type { WallSize } from '../content.ts';
import { offer } from '../offer.ts';
import { Wall } from './wall.tsx';

function show(size: WallSize): void {
  const place = document.body.appendChild(document.createElement('div'));
  render(
    <FluentProvider theme={webLightTheme}>
      <Wall size={size} />
    </FluentProvider>,
    place,
  );
}

offer({ show, older: () => document.querySelector('.older') });

import { css } from 'lit';

export const groupInvitationStyles = css`
  :host {
    display: block;
  }

  [role='group'] {
    align-items: center;
    background: var(--k-warm);
    border-radius: var(--k-radius);
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    padding: 0.75rem;
  }

  p {
    flex-basis: 100%;
    overflow-wrap: anywhere;
  }
`;

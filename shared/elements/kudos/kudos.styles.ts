import { css } from 'lit';

export const kudosStyles = css`
  section,
  .feed {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }

  section > button {
    justify-self: center;
  }
`;

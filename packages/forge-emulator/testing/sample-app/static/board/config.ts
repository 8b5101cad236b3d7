import { view } from '@forge/bridge';

/** What a macro is configured with: one button, one answer. */
export function showConfiguration(): void {
  const button = document.createElement('button');
  button.textContent = 'Save';
  button.addEventListener('click', () => {
    void view.submit({ config: { topic: 'music' } }).then(() => view.close());
  });
  document.body.append(button);
}

import styles from './quiz.module.css';

/** Back through the browser's own history, so that both ways back are one. `mount` listens for it on every screen. */
export const Back = ({ label }: { label: string }) => (
  <button type="button" class={styles['back']} data-back>
    {label}
  </button>
);

import styles from './quiz.module.css';

/** Back through the browser's own history, so that both ways back are one. */
export const Back = ({ label }: { label: string }) => (
  <button type="button" class={styles['back']} onClick={() => history.back()}>
    {label}
  </button>
);

// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useKeptFocus } from '../../../../renderer/features/dossier/use-kept-focus';

afterEach(cleanup);

const Part = () => {
  const part = useKeptFocus();
  const [isDone, setDone] = useState(false);
  return (
    <div ref={part} tabIndex={-1} data-testid="part">
      {isDone ? (
        <p>xong</p>
      ) : (
        <button type="button" onClick={() => setDone(true)}>
          làm
        </button>
      )}
    </div>
  );
};

it('takes the focus when the button that had it goes away', () => {
  render(<Part />);
  screen.getByRole('button').focus();
  fireEvent.click(screen.getByRole('button'));
  expect(document.activeElement).toBe(screen.getByTestId('part'));
});

it('leaves the focus alone that was elsewhere', () => {
  render(
    <>
      <input aria-label="khác" />
      <Part />
    </>,
  );
  screen.getByLabelText('khác').focus();
  // Pressed by a script: the focus stays where it was.
  fireEvent.click(screen.getByRole('button'));
  screen.getByText('xong');
  expect(document.activeElement).toBe(screen.getByLabelText('khác'));
});

it('does not take the focus when nothing had it', () => {
  render(<Part />);
  fireEvent.click(screen.getByRole('button'));
  screen.getByText('xong');
  expect(document.activeElement).toBe(document.body);
});

// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useFocusReturn } from '../../../renderer/ui/use-focus-return';

const Keeper = () => {
  useFocusReturn();
  return (
    <main id="main" tabIndex={-1}>
      <button type="button">mở</button>
      <input aria-label="ô" />
    </main>
  );
};

afterEach(cleanup);

const settle = (): Promise<void> =>
  act(async () => {
    await new Promise((done) => setTimeout(done));
    await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => requestAnimationFrame(done));
  });

/** A dialog as the library mounts it: a child of the body of its own, with the focus inside. */
const openDialog = (): HTMLElement => {
  const place = document.createElement('div');
  place.innerHTML = '<div role="dialog"><button type="button">đóng</button></div>';
  document.body.append(place);
  place.querySelector('button')?.focus();
  return place;
};

const setUp = () => {
  const { container } = render(<Keeper />);
  const field = container.querySelector('input');
  const main = container.querySelector('main');
  if (field === null || main === null) throw new Error('nothing was drawn');
  return { field, main };
};

describe('the focus, when what had it is gone', () => {
  it('goes back to where the person was', async () => {
    const { field } = setUp();
    field.focus();
    openDialog().remove();
    await settle();
    expect(document.activeElement).toBe(field);
  });

  it('stays where somebody else has led it', async () => {
    const { field, main } = setUp();
    field.focus();
    openDialog().remove();
    main.querySelector('button')?.focus();
    await settle();
    expect(document.activeElement).toBe(main.querySelector('button'));
  });

  it('waits until the last dialog is gone', async () => {
    const { field } = setUp();
    field.focus();
    const below = openDialog();
    openDialog().remove();
    await settle();
    expect(document.activeElement).toBe(document.body);
    below.remove();
    await settle();
    expect(document.activeElement).toBe(field);
  });

  it('goes to the screen when the place is gone, too', async () => {
    const { field, main } = setUp();
    field.focus();
    const dialog = openDialog();
    field.remove();
    dialog.remove();
    await settle();
    expect(document.activeElement).toBe(main);
  });
});

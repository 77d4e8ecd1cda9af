import { useEffect } from 'react';

/** What floats above the window and goes again; nobody wants to be led back into it. */
const FLOATING = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

const isNowhere = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/**
 * Gives the focus back to where the person was when a dialog goes that no button opened (a key, a
 * menu, the palette did): else somebody without a mouse begins again at the window's first button.
 * The library would give it to the button that was used last, however long ago; being earlier than
 * its timer keeps it from that.
 */
export const useFocusReturn = (): void => {
  useEffect(() => {
    let last: HTMLElement | null = null;
    /** Where the focus was before it went into what floats; null: nothing floats. */
    let origin: HTMLElement | null = null;
    let frame: number | null = null;
    const remember = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      if (target.closest(FLOATING) === null) last = target;
      else origin ??= last;
    };
    const giveBack = (): void => {
      if (document.querySelector(FLOATING) !== null) return;
      if (!isNowhere()) {
        // Whoever closed the dialog has led the focus somewhere else.
        origin = null;
        return;
      }
      if (origin?.isConnected === true) origin.focus({ preventScroll: true });
      if (isNowhere()) document.getElementById('main')?.focus({ preventScroll: true });
    };
    const watch = new MutationObserver((changes) => {
      const isGone = changes.some(({ removedNodes }) => removedNodes.length > 0);
      if (!isGone || origin === null) return;
      giveBack();
      frame ??= requestAnimationFrame(() => {
        frame = null;
        if (origin !== null) giveBack();
      });
    });
    document.addEventListener('focusin', remember);
    // What floats stands in children of the body of its own.
    watch.observe(document.body, { childList: true });
    return () => {
      document.removeEventListener('focusin', remember);
      watch.disconnect();
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, []);
};

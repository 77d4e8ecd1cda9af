/** What a browser has and jsdom has not; nothing here knows of the program. */

const absent = <T extends object>(target: T, name: string, value: unknown): void => {
  if (Reflect.get(target, name) !== undefined) return;
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
};

class StillObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): never[] {
    return [];
  }
}

/** Text is not drawn, so any face will do. */
class ReadyFont {
  readonly status = 'loaded';
  load(): Promise<this> {
    return Promise.resolve(this);
  }
}

const noMatch = (media: string): MediaQueryList =>
  ({
    media,
    matches: false,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }) satisfies MediaQueryList;

const emptyRect = (): DOMRect => new DOMRect(0, 0, 0, 0);

/** A desktop window that never changes its size and shows everything. */
export const fillBrowserGaps = (): void => {
  absent(window, 'matchMedia', noMatch);
  absent(window, 'requestIdleCallback', (run: () => void) => setTimeout(run));
  absent(window, 'cancelIdleCallback', (id: number) => clearTimeout(id));
  absent(globalThis, 'requestIdleCallback', window.requestIdleCallback);
  absent(globalThis, 'cancelIdleCallback', window.cancelIdleCallback);
  absent(window, 'ResizeObserver', StillObserver);
  absent(window, 'IntersectionObserver', StillObserver);
  absent(globalThis, 'ResizeObserver', StillObserver);
  absent(globalThis, 'IntersectionObserver', StillObserver);
  // Some packages ask for it by the global's name after the test's window is gone.
  absent(globalThis, 'NodeFilter', window.NodeFilter);
  absent(globalThis, 'FontFace', ReadyFont);
  absent(document, 'fonts', Object.assign(new Set(), { ready: Promise.resolve() }));
  absent(window, 'CSS', { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') });
  absent(globalThis, 'CSS', window.CSS);
  absent(Element.prototype, 'scrollIntoView', () => undefined);
  absent(Element.prototype, 'scrollTo', () => undefined);
  absent(Element.prototype, 'checkVisibility', () => true);
  absent(document, 'elementFromPoint', () => null);
  // jsdom matches every rule of every style sheet for each element that is asked about: minutes in a
  // window of this size. Without layout only what an element says itself means anything.
  window.getComputedStyle = (element) => (element as HTMLElement).style;
  absent(Range.prototype, 'getClientRects', () => []);
  absent(Range.prototype, 'getBoundingClientRect', emptyRect);
};

// @vitest-environment jsdom
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { focusNextPane, rememberPaneFocus } from '../../../renderer/ui/panes';
import { fillBrowserGaps } from '../../helpers/browser-gaps';

beforeAll(() => {
  fillBrowserGaps();
  document.addEventListener('focusin', (event) => rememberPaneFocus(event.target));
});

const button = (id: string): HTMLButtonElement => {
  const element = document.createElement('button');
  element.id = id;
  return element;
};

const pane = (name: string, ...children: HTMLElement[]): HTMLElement => {
  const element = document.createElement('div');
  element.dataset['pane'] = name;
  element.append(...children);
  return element;
};

beforeEach(() => {
  document.body.replaceChildren(
    pane('navigation', button('home')),
    pane('editor', pane('tools', button('bold')), button('text'), button('more')),
    pane('empty'),
    pane('status', button('pages')),
  );
});

const visit = (step: 1 | -1, times: number): (string | undefined)[] =>
  Array.from({ length: times }, () => {
    focusNextPane(step);
    return document.activeElement?.id;
  });

describe('F6', () => {
  it('goes round all panes that have something to enter, those inside others too', () => {
    expect(visit(1, 5)).toEqual(['home', 'text', 'bold', 'pages', 'home']);
  });

  it('goes round the other way with Shift', () => {
    expect(visit(-1, 4)).toEqual(['pages', 'bold', 'text', 'home']);
  });

  it('comes back to where a pane was left', () => {
    document.getElementById('more')?.focus();
    expect(visit(1, 4)).toEqual(['bold', 'pages', 'home', 'more']);
  });

  it('enters at the first control when that place is gone', () => {
    document.getElementById('more')?.focus();
    document.getElementById('more')?.remove();
    document.getElementById('pages')?.focus();
    expect(visit(1, 2)).toEqual(['home', 'text']);
  });
});

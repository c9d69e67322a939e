'use client';

import { useEffect, useState } from 'react';
import { title } from './title.js';

export default function Counter() {
  const [count, setCount] = useState(0);
  // The server has drawn the button before there is anybody to hear it.
  const [listens, setListens] = useState(false);
  useEffect(() => setListens(true), []);
  return (
    <>
      <h1>{title}</h1>
      <button type="button" disabled={!listens} onClick={() => setCount((n) => n + 1)}>
        count {count}
      </button>
    </>
  );
}

const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/sources/git/steps.ts
function finish(steps) {
  for (; ; ) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
async function giveWay(steps) {
  for (; ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
async function giveWayUntil(steps, signal) {
  for (; ; ) {
    if (signal?.aborted) {
      steps.return(void 0);
      return void 0;
    }
    const { done, value } = steps.next();
    if (done) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export {
  finish,
  giveWay,
  giveWayUntil
};

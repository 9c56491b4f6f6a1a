/**
 * What the command line and the main steps of both actions start: script/build.ts makes one script of all three, because
 * they share most of their code, and startup.ts runs that script.
 */

/*
 * zod compiles a function for each schema of an object (`new Function`), which pays when there are thousands of documents. A
 * start reads one document, and takes 4 ms less this way. zod reads this object of the global scope when it is loaded.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

/** Resolves when the command line has begun; its own handlers see to the end. */
export const cli = async (): Promise<unknown> => import('./cli/index.ts');

export const action = async (): Promise<void> => (await import('./action/main.ts')).main();

export const firmware = async (): Promise<void> => (await import('./action/firmware-main.ts')).main();

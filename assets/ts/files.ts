// The files of a large chronology: scripts that call dateline.tile with what they
// hold (docs/tiles.md), for nothing else can be read where a page is opened from a
// folder. Each is asked for once, until it is forgotten.

const version = 1;

/** Fails where something is of a version of the format that is not known. */
export function check(of: number, name: string): void {
  if (of !== version) throw new Error(`${name} is of version ${of}`);
}

interface Waiting { promise: Promise<unknown>; resolve(data: unknown): void; reject(error: Error): void }

export class Files {
  private readonly asked = new Map<string, Waiting>();

  /** What a file holds; fails where it is not there or of another version. */
  get<T>(name: string): Promise<T> {
    let waiting = this.asked.get(name);
    if (!waiting) {
      waiting = this.wait(name);
      const failed = () => { this.asked.get(name)?.reject(new Error("no " + name)); };
      run(`chronicle/${name}.js`).then(failed, failed); // once it has run, it has been heard or never will be
    }
    return waiting.promise as Promise<T>;
  }

  /** Lets go of what a file holds. */
  forget(name: string): void { this.asked.delete(name); }

  /** Hears a file, as the function that files call. */
  tell(of: number, name: string, data: unknown): void {
    const waiting = this.asked.get(name);
    try {
      check(of, name);
      waiting?.resolve(data);
    } catch (error) {
      waiting?.reject(error as Error);
    }
  }

  private wait(name: string): Waiting {
    const { promise, resolve, reject } = withResolvers();
    promise.catch(() => { this.asked.delete(name); }); // to be asked for again
    const waiting = { promise, resolve, reject };
    this.asked.set(name, waiting);
    return waiting;
  }
}

function withResolvers(): Waiting {
  let resolve!: Waiting["resolve"];
  let reject!: Waiting["reject"];
  const promise = new Promise<unknown>((yes, no) => { resolve = yes; reject = no; });
  return { promise, resolve, reject };
}

/** Runs a script of the site, and ends when it has run. */
export function run(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = path;
    const end = (done: () => void) => () => { script.remove(); done(); };
    script.addEventListener("load", end(resolve));
    script.addEventListener("error", end(() => reject(new Error("no " + path))));
    document.head.append(script);
  });
}

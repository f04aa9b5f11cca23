const NOTHING: Uint8Array = new Uint8Array(0);

/** Octets that have come and were not yet read, in one piece: a chunk as it came where nothing is left of those before, else a copy of both. */
export class OctetQueue {
  #octets = NOTHING;
  #view: DataView = new DataView(NOTHING.buffer);
  #isOwn = true;
  #begin = 0;
  #end = 0;
  #offset: number;

  /** `offset`: where in the file the first octet stands. */
  constructor(offset = 0) {
    this.#offset = offset;
  }

  /** How many wait. */
  get length(): number {
    return this.#end - this.#begin;
  }

  /** Where in the file the first waiting octet stands. */
  get offset(): number {
    return this.#offset;
  }

  /** Adds a chunk behind those that wait; amortized, each octet is copied a few times at most. */
  append(chunk: Uint8Array): void {
    if (this.length === 0) {
      this.#hold(chunk, false, chunk.length);
      return;
    }
    const needed = this.length + chunk.length;
    if (!this.#isOwn || this.#end + chunk.length > this.#octets.length) this.#copy(needed * 2);
    this.#octets.set(chunk, this.#end);
    this.#end += chunk.length;
  }

  /** Makes what waits independent of the chunk it came in, which may then be used for something else. */
  settle(): void {
    if (!this.#isOwn) this.#copy(this.length);
  }

  /** Takes the first `count` octets away; what was read of them stays valid until the next chunk. */
  consume(count: number): void {
    this.#begin += count;
    this.#offset += count;
  }

  /** The octet `at` places behind the first that waits. */
  u8(at: number): number {
    return this.#view.getUint8(this.#begin + at);
  }

  u16(at: number, isLittleEndian: boolean): number {
    return this.#view.getUint16(this.#begin + at, isLittleEndian);
  }

  u32(at: number, isLittleEndian: boolean): number {
    return this.#view.getUint32(this.#begin + at, isLittleEndian);
  }

  i32(at: number, isLittleEndian: boolean): number {
    return this.#view.getInt32(this.#begin + at, isLittleEndian);
  }

  /** The octets from `from` to before `to`, a view. */
  slice(from: number, to: number): Uint8Array {
    return this.#octets.subarray(this.#begin + from, this.#begin + to);
  }

  #hold(octets: Uint8Array, isOwn: boolean, end: number): void {
    this.#octets = octets;
    this.#view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
    this.#isOwn = isOwn;
    this.#begin = 0;
    this.#end = end;
  }

  #copy(capacity: number): void {
    const { length } = this;
    const own = length === 0 && capacity === 0 ? NOTHING : new Uint8Array(capacity);
    own.set(this.slice(0, length));
    this.#hold(own, true, length);
  }
}

package org.papermap.cluster.internal.text;

import java.util.Arrays;

/// Interns 64-bit hashes of words or phrases: equal hashes get equal numbers, in the order of their
/// first use. A hash table with open addressing over flat arrays, for millions of entries. Two of
/// ten million strings share a hash with a probability of one in 400,000.
public final class HashInterner {
  public static final int UNKNOWN = -1;

  private long[] hashes = new long[1 << 12];
  private int[] numbers = new int[1 << 12];
  private long[] byNumber = new long[1 << 11];
  private int size;

  public HashInterner() {
    Arrays.fill(numbers, UNKNOWN);
  }

  /// A hash whose bits all depend on all of these: the finalizer of MurmurHash3. Only 0 gives 0.
  public static long mixed(long bits) {
    long mixed = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }

  public int size() {
    return size;
  }

  /// The hash of a number.
  public long hash(int number) {
    return byNumber[number];
  }

  /// The number of a hash, or [#UNKNOWN].
  public int get(long hash) {
    return numbers[slot(hash)];
  }

  /// The number of a hash; a new hash gets the next number.
  public int intern(long hash) {
    int slot = slot(hash);
    if (numbers[slot] == UNKNOWN) {
      if (2 * (size + 1) > numbers.length) {
        grow();
        slot = slot(hash);
      }
      hashes[slot] = hash;
      byNumber[size] = hash;
      numbers[slot] = size++;
    }
    return numbers[slot];
  }

  private int slot(long hash) {
    int mask = numbers.length - 1;
    int slot = (int) (hash >>> 20) & mask;
    while (numbers[slot] != UNKNOWN && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldNumbers = numbers;
    hashes = new long[2 * oldHashes.length];
    byNumber = Arrays.copyOf(byNumber, oldHashes.length);
    numbers = new int[2 * oldNumbers.length];
    Arrays.fill(numbers, UNKNOWN);
    for (int i = 0; i < oldNumbers.length; i++) {
      if (oldNumbers[i] != UNKNOWN) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }
}

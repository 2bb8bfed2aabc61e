/// The arithmetic of vectors, in one place: dot products of two vectors and of tiles of many, unit
/// length, the greatest of many values, linear combinations, and axes.
///
/// The order in which each routine adds, and in which precision, is part of what it promises: equal
/// input gives equal bits on every machine and at any number of threads, except where a method says
/// otherwise. Arguments are trusted: the caller sees to lengths and places.
@NullMarked
package org.papermap.math;

import org.jspecify.annotations.NullMarked;

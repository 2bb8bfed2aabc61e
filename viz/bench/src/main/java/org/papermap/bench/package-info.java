/// Benchmarks: what Papermap does beside what its peers do, on the same data in the same process.
@NullMarked
package org.papermap.bench;

import org.jspecify.annotations.NullMarked;

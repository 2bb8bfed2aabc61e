/// Benchmarks of Papermap and its peers, on the same data in the same process. Single kernels are
/// measured through internal packages of `papermap-embed`, as in tests; folders are deleted and
/// Chromium is found by internal classes too.
@NullMarked
package org.papermap.bench;

import org.jspecify.annotations.NullMarked;

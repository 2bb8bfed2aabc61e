/// Real papers and their vectors, for tests.
@NullMarked
package org.papermap.real;

import org.jspecify.annotations.NullMarked;

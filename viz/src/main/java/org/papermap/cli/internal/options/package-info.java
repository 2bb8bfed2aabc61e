/// Options that several commands share, and the values of options from what is written on the
/// command line.
@NullMarked
package org.papermap.cli.internal.options;

import org.jspecify.annotations.NullMarked;

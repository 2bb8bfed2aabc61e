/// Text and progress as a terminal shows them.
@NullMarked
package org.papermap.cli.internal.terminal;

import org.jspecify.annotations.NullMarked;

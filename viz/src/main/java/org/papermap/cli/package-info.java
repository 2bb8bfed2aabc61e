/// The `papermap` command.
@NullMarked
package org.papermap.cli;

import org.jspecify.annotations.NullMarked;

/// What the command says: results, progress, losses and the exit status.
@NullMarked
package org.papermap.cli.internal.terminal;

import org.jspecify.annotations.NullMarked;

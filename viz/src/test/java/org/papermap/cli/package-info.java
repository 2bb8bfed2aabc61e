/// Tests of the command as a user runs it, on the real engine.
@NullMarked
package org.papermap.cli;

import org.jspecify.annotations.NullMarked;

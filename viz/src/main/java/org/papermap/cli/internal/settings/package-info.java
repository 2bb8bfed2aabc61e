/// Values of options from a file of settings, or from a map that is made again.
@NullMarked
package org.papermap.cli.internal.settings;

import org.jspecify.annotations.NullMarked;

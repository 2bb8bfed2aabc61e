/// A browser of this machine, which opens a map's page as a reader does.
@NullMarked
package org.papermap.cli.internal.browser;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.papermap.cli.internal.settings;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.papermap.mcp;

import org.jspecify.annotations.NullMarked;

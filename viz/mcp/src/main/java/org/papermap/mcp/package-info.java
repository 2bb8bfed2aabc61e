/// A server of the Model Context Protocol: assistants search maps and indexes by it.
@NullMarked
package org.papermap.mcp;

import org.jspecify.annotations.NullMarked;

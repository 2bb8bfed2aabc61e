/// Asking a language model that the reader runs or pays for. Not API. Nothing else of the program
/// uses the network for this.
@NullMarked
package org.papermap.cli.internal.llm;

import org.jspecify.annotations.NullMarked;

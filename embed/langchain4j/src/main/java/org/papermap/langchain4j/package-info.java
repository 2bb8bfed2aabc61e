/// Papermap's vectors and lookup behind LangChain4j's interfaces.
@NullMarked
package org.papermap.langchain4j;

import org.jspecify.annotations.NullMarked;

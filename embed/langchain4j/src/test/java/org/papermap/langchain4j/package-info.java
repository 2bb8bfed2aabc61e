@NullMarked
package org.papermap.langchain4j;

import org.jspecify.annotations.NullMarked;

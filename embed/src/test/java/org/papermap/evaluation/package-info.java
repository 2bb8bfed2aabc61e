@NullMarked
package org.papermap.evaluation;

import org.jspecify.annotations.NullMarked;

/// Tests of the whole job on the real engine.
@NullMarked
package org.papermap.pipeline;

import org.jspecify.annotations.NullMarked;

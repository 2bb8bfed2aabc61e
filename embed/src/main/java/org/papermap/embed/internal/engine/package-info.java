/// The PyTorch engine: libraries, kernels, tokens, batches, pooling. Not API.
@NullMarked
package org.papermap.embed.internal.engine;

import org.jspecify.annotations.NullMarked;

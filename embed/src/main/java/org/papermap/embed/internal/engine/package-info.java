/// The PyTorch engine at work: its libraries and kernels, tokens, batches, pooling. Not API.
@NullMarked
package org.papermap.embed.internal.engine;

import org.jspecify.annotations.NullMarked;

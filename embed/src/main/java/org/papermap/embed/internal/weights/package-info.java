/// Published weights read, and written as TorchScript archives that the engine loads. Not API.
@NullMarked
package org.papermap.embed.internal.weights;

import org.jspecify.annotations.NullMarked;

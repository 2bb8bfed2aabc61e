/// Weights: ONNX and safetensors read, TorchScript archives written, both kept in a store. Not API.
@NullMarked
package org.papermap.embed.internal.weights;

import org.jspecify.annotations.NullMarked;

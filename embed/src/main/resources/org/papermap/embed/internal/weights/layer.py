class Layer(Module):
  __parameters__ = ["norm1_weight", "norm1_bias", "norm2_weight", "norm2_bias", ]
  __buffers__ = []
  training : bool
  norm1_weight : Tensor
  norm1_bias : Tensor
  norm2_weight : Tensor
  norm2_bias : Tensor
  qkv : __torch__.bert.Linear
  out : __torch__.bert.Linear
  up : __torch__.bert.LinearGelu
  down : __torch__.bert.Linear
  def forward(self: __torch__.bert.Layer, x: Tensor) -> Tensor:
    texts = torch.size(x, 0)
    tokens = torch.size(x, 1)
    projected = (self.qkv).forward(LAYERS_OWN(x), )
    joint = torch.view(projected, [texts, tokens, 3, HEADS, HEAD_SIZE])
    q, k, v, = torch.unbind(torch.permute(joint, [2, 0, 3, 1, 4]), 0)
ATTENTION
    context = torch.reshape(torch.transpose(seen, 1, 2), [texts, tokens, HIDDEN])
    attended = (self.out).forward(context, )
    a = torch.add(x, attended)
    h = torch.layer_norm(a, [HIDDEN], self.norm1_weight, self.norm1_bias, EPSILON)
    widened = (self.up).forward(LAYERS_OWN(h), )
    b = torch.add(h, (self.down).forward(widened, ))
    return torch.layer_norm(b, [HIDDEN], self.norm2_weight, self.norm2_bias, EPSILON)

class Linear(Module):
  __parameters__ = ["weight", "bias", ]
  __buffers__ = []
  training : bool
  weight : Tensor
  bias : Tensor
  def forward(self: __torch__.bert.Linear, x: Tensor) -> Tensor:
    return torch.linear(x, self.weight, self.bias)
class LinearGelu(Module):
  __parameters__ = ["weight", "bias", ]
  __buffers__ = []
  training : bool
  weight : Tensor
  bias : Tensor
  def forward(self: __torch__.bert.LinearGelu, x: Tensor) -> Tensor:
    return torch.gelu(torch.linear(x, self.weight, self.bias))

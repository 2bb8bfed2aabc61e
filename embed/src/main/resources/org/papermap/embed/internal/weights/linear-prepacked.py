class NAME(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  weight : Tensor
  bias : Tensor
  def __getstate__(self: __torch__.bert.NAME) -> Tuple[Tensor, Tensor, bool]:
    return (torch.to_dense(self.weight), self.bias, self.training)
  def __setstate__(self: __torch__.bert.NAME, state: Tuple[Tensor, Tensor, bool]) -> NoneType:
    weight, bias, training, = state
    self.weight = ops.mkldnn._reorder_linear_weight(weight, 2048)
    self.bias = bias
    self.training = training
    return None
  def forward(self: __torch__.bert.NAME, x: Tensor) -> Tensor:
    return ops.mkldnn._linear_pointwise(x, self.weight, self.bias, "POST", [], ALGORITHM)

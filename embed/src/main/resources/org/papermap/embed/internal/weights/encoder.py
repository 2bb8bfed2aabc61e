class Encoder(Module):
  __parameters__ = ["words", "positions", "type0", "norm_weight", "norm_bias", ]
  __buffers__ = []
  training : bool
  words : Tensor
  positions : Tensor
  type0 : Tensor
  norm_weight : Tensor
  norm_bias : Tensor
LAYER_FIELDS
  def forward(self: __torch__.bert.Encoder, ids: Tensor) -> Tensor:
    tokens = torch.size(ids, 1)
    placed = torch.slice(self.positions, 0, 0, tokens)
    summed = torch.add(torch.add(torch.embedding(self.words, ids), placed), self.type0)
    x0 = torch.layer_norm(summed, [HIDDEN], self.norm_weight, self.norm_bias, EPSILON)
LAYER_CALLS
    return xLAYERS

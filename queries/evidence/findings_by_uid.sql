-- Question: which findings have an Id? Parameters: :uid the Id, :uid_hash its hash, :product the product's
-- ARN or NULL for any. By product.
SELECT f.id, p.arn
FROM main.finding f JOIN product p ON p.id = f.product_id
WHERE f.uid_hash = :uid_hash AND f.uid = :uid AND (:product IS NULL OR p.arn = :product)
ORDER BY p.arn;
